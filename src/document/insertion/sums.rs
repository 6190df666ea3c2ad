//! What the other blocks share on average, without the run in hand.

/// Sums over blocks that leave-one-out means need.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    blocks: f64,
    coverage: f64,
    squares: f64,
}

impl Sums {
    pub(super) fn add(&mut self, coverage: f32) {
        let c = f64::from(coverage);
        self.blocks += 1.0;
        self.coverage += c;
        self.squares += c * c;
    }

    /// Mean and deviation of what is left without the run.
    pub(super) fn without(&self, run: &Sums, otherwise: f32) -> (f32, f32) {
        let n = self.blocks - run.blocks;
        if n < 1.0 {
            return (otherwise, 0.0);
        }
        let mean = (self.coverage - run.coverage) / n;
        let variance = ((self.squares - run.squares) / n - mean * mean).max(0.0);
        (mean as f32, variance.sqrt() as f32)
    }
}
