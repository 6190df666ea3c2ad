//! Who is cited where: whether a run's sources are the story's, and whether its "he" goes on with somebody the story knows.

use crate::document::insertion::material::Material;
use crate::document::insertion::page::PageIndex;
use crate::document::source::SourceKind;

/// One mention of a source in one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mention {
    block: u32,
    source: u32,
    pronoun: bool,
}

/// All mentions by block.
#[derive(Debug, Default)]
pub(super) struct Cited {
    mentions: Vec<Mention>,
    sources: Vec<Entity>,
    /// The run in hand.
    run: u32,
}

/// One source over all blocks.
#[derive(Clone, Copy, Debug)]
struct Entity {
    mentions: u32,
    /// The text introduces it, or a pronoun is all there is.
    met: bool,
    /// The run that counted it last, with the count.
    here: (u32, u32),
}

/// What the sources say of a run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Within {
    /// Sources of the run alone that are relied on without being introduced.
    pub(super) unmet: u32,
    /// A pronoun in the run stands for a source that the rest cites.
    pub(super) goes_on: bool,
}

impl Cited {
    pub(super) fn new(material: Material<'_>, page: &PageIndex) -> Cited {
        let mut cited = Cited::default();
        for (id, entity) in material.sources.iter().enumerate() {
            for mention in &entity.mentions {
                let text = material.text.get(mention.start..mention.end).unwrap_or_default();
                cited.mentions.push(Mention {
                    block: page.blocks.partition_point(|b| b.span.end <= mention.start) as u32,
                    source: id as u32,
                    pronoun: ["he", "she", "they"].iter().any(|p| text.eq_ignore_ascii_case(p)),
                });
            }
            cited.sources.push(Entity {
                mentions: entity.mentions.len() as u32,
                met: entity.introduced || entity.kind == SourceKind::Unresolved,
                here: (0, 0),
            });
        }
        cited.mentions.sort_unstable();
        cited
    }

    /// What the mentions of the blocks from `first` to `last` say.
    pub(super) fn within(&mut self, first: usize, last: usize) -> Within {
        let at = |block: usize| self.mentions.partition_point(|m| (m.block as usize) < block);
        let run = self.mentions.get(at(first)..at(last + 1)).unwrap_or_default();
        self.run += 1;
        for mention in run {
            let source = &mut self.sources[mention.source as usize];
            let here = if source.here.0 == self.run { source.here.1 } else { 0 };
            source.here = (self.run, here + 1);
        }
        let mut within = Within::default();
        for mention in run {
            let source = &mut self.sources[mention.source as usize];
            if source.here.1 < source.mentions {
                within.goes_on |= mention.pronoun;
            } else if source.here.0 == self.run && !source.met {
                within.unmet += 1;
                // Once a source.
                source.here.0 = 0;
            }
        }
        within
    }
}
