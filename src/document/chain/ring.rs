//! Rings in a graph: groups of nodes that reach one another.

/// Strongly connected components of two nodes or more (Tarjan, without recursion), from (from, to) pairs.
pub(crate) fn rings(pairs: &[(u32, u32)]) -> Vec<Vec<u32>> {
    if pairs.is_empty() {
        return Vec::new();
    }
    let mut ids: Vec<u32> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    ids.sort_unstable();
    ids.dedup();
    let place = |id: u32| ids.binary_search(&id).unwrap_or(0);
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); ids.len()];
    for (a, b) in pairs {
        if let Some(out) = next.get_mut(place(*a)) {
            out.push(place(*b));
        }
    }
    let mut state = Search {
        order: vec![usize::MAX; ids.len()],
        low: vec![0; ids.len()],
        on_stack: vec![false; ids.len()],
        stack: Vec::new(),
        count: 0,
    };
    let mut rings = Vec::new();
    for root in 0..ids.len() {
        if state.order[root] == usize::MAX {
            state.visit(root, &next, |members| {
                if members.len() > 1 {
                    let mut ring: Vec<u32> = members.iter().map(|m| ids[*m]).collect();
                    ring.sort_unstable();
                    rings.push(ring);
                }
            });
        }
    }
    rings.sort();
    rings
}

struct Search {
    order: Vec<usize>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    count: usize,
}

impl Search {
    fn visit(&mut self, root: usize, next: &[Vec<usize>], mut found: impl FnMut(&[usize])) {
        let mut calls = vec![(root, 0usize)];
        self.enter(root);
        while let Some((node, step)) = calls.pop() {
            if let Some(child) = next[node].get(step).copied() {
                calls.push((node, step + 1));
                if self.order[child] == usize::MAX {
                    self.enter(child);
                    calls.push((child, 0));
                } else if self.on_stack[child] {
                    self.low[node] = self.low[node].min(self.order[child]);
                }
                continue;
            }
            if self.low[node] == self.order[node] {
                let from = self.stack.iter().rposition(|n| *n == node).unwrap_or(0);
                for member in &self.stack[from..] {
                    self.on_stack[*member] = false;
                }
                found(&self.stack[from..]);
                self.stack.truncate(from);
            }
            if let Some((parent, _)) = calls.last() {
                self.low[*parent] = self.low[*parent].min(self.low[node]);
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.order[node] = self.count;
        self.low[node] = self.count;
        self.count += 1;
        self.on_stack[node] = true;
        self.stack.push(node);
    }
}

#[cfg(test)]
mod tests {
    use super::rings;

    #[test]
    fn a_ring_needs_a_way_back() {
        assert!(rings(&[(1, 2), (1, 3), (2, 3)]).is_empty());
        assert_eq!(rings(&[(1, 2), (2, 1), (2, 5)]), [[1, 2]]);
        assert_eq!(
            rings(&[(1, 2), (2, 3), (3, 1), (7, 8), (8, 7)]),
            [vec![1, 2, 3], vec![7, 8]]
        );
    }

    #[test]
    fn a_long_line_of_citations_is_no_ring_and_no_deep_recursion() {
        let pairs: Vec<(u32, u32)> = (0..100_000).map(|i| (i, i + 1)).collect();
        assert!(rings(&pairs).is_empty());
    }
}
