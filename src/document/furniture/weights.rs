//! The weights of the facts, and how each reads when it speaks for furniture.
//!
//! Fitted by logistic regression over these facts; rounded to two digits. Nothing here knows a word.

use crate::document::furniture::model::{AROUND, Fact, fact};
use crate::document::furniture::shape::SHAPES;

/// Log-odds of furniture when no fact holds: alone, and in place.
pub(super) const BIAS_ALONE: f32 = 0.95;
pub(super) const BIAS_PLACED: f32 = -2.76;

/// The facts, first of the line alone, then of its surroundings.
pub(super) const FACTS: [Fact; SHAPES + AROUND] = [
    fact(3.24, 3.41, "no word in it"),                               // wordless
    fact(0.00, 0.00, "only a few words"),                            // len1
    fact(0.00, 0.00, "short for a paragraph"),                       // len2
    fact(0.00, -0.66, ""),                                           // len3
    fact(0.00, -1.22, ""),                                           // len4
    fact(-0.86, -1.15, "no closing stop"),                           // term
    fact(-0.39, 0.00, "not a full sentence"),                        // sent
    fact(1.70, 1.10, "the whole line is a page label"),              // widget
    fact(0.81, 0.54, "opens like a link"),                           // opener
    fact(1.48, 0.00, "a phrase of sign-up and share boxes"),         // phr
    fact(2.07, 1.66, "words of a page, not of a story"),             // ui
    fact(0.73, 0.84, "words of a page, not of a story"),             // uin
    fact(1.13, 1.69, "opens by telling the reader to do something"), // imp
    fact(-1.34, 0.00, "few of the small words that prose has"),      // func
    fact(-0.70, 0.00, ""),                                           // quote
    fact(-1.54, -1.02, ""),                                          // colon
    fact(0.93, 0.00, ""),                                            // qmark
    fact(-0.65, 0.00, ""),                                           // comma
    fact(0.00, 0.00, "names of networks"),                           // soc
    fact(0.35, 0.35, "capitals like a headline"),                    // title
    fact(0.00, 0.00, "in capitals"),                                 // upper
    fact(-1.69, -1.23, "its words are not in the story"),            // topic
    fact(-0.79, -0.44, "its words are not in the story"),            // topic2
    fact(-1.10, 0.13, "its words are not in the story"),             // topicn
    fact(0.58, 0.00, "begins like its neighbours"),                  // sfirst
    fact(-1.85, -0.94, ""),                                          // list
    fact(0.00, 0.00, "an address"),                                  // addr
    fact(0.00, 0.00, "parted by bars"),                              // bars
    fact(0.00, 0.00, "speaks to the reader"),                        // second
    fact(0.00, 0.00, "breaks off"),                                  // ellip
    fact(0.00, 0.51, "numbers"),                                     // digit
    fact(0.00, 0.00, "a copyright mark"),                            // copyr
    fact(0.00, 0.00, ""),                                            // hl
    fact(0.00, 0.00, "stands on the page more than once"),           // dup
    fact(0.00, 0.00, ""),                                            // date
    fact(0.00, 0.00, "the line above is page text"),                 // p-1
    fact(0.00, 0.00, "the line below is page text"),                 // p+1
    fact(0.00, 0.82, "among page text"),                             // a3
    fact(0.00, 1.17, "among page text"),                             // b3
    fact(0.00, 0.00, "among page text"),                             // a8
    fact(0.00, 0.00, "among page text"),                             // b8
    fact(0.00, 1.96, "page text above and below"),                   // min8
    fact(0.00, 0.91, "among page text"),                             // max8
    fact(0.00, 1.28, "before the story begins"),                     // head2
    fact(0.00, 2.29, "after the story ends"),                        // tail2
    fact(0.00, 0.64, "below a page label"),                          // wd5
    fact(0.00, -1.50, "in a run of short lines"),                    // runl
    fact(0.00, 2.62, "before the story begins"),                     // runh
    fact(0.00, -0.38, "after the story ends"),                       // runt
    fact(0.00, 0.90, "in a run of short lines"),                     // short_run
    fact(0.00, -1.31, "no sentence beside it"),                      // sent_beside
    fact(0.00, 0.97, ""),                                            // sent_run
    fact(0.00, 1.25, ""),                                            // spmin
    fact(0.00, 1.17, ""),                                            // spmax
    fact(0.00, -0.56, ""),                                           // between
    fact(0.00, -0.67, ""),                                           // nt_topic
    fact(0.00, 0.58, "below links"),                                 // links3
    fact(0.00, 0.00, "a headline between sentences"),                // hl_between
    fact(0.00, -0.76, ""),                                           // sent_head
    fact(0.00, 0.00, ""),                                            // hl_head
    fact(0.00, 0.00, ""),                                            // mid
];

/// What the facts are in a usual line of a story: a fact counts by how far a line is from this.
pub(super) const USUAL: [f32; SHAPES + AROUND] = [
    0.00, // wordless
    0.98, // len1
    0.84, // len2
    0.64, // len3
    0.29, // len4
    0.75, // term
    0.70, // sent
    0.00, // widget
    0.02, // opener
    0.02, // phr
    0.02, // ui
    0.17, // uin
    0.01, // imp
    0.37, // func
    0.24, // quote
    0.01, // colon
    0.03, // qmark
    0.48, // comma
    0.00, // soc
    0.23, // title
    0.02, // upper
    0.53, // topic
    0.26, // topic2
    0.73, // topicn
    0.06, // sfirst
    0.02, // list
    0.01, // addr
    0.00, // bars
    0.19, // second
    0.00, // ellip
    0.03, // digit
    0.00, // copyr
    0.09, // hl
    0.03, // dup
    0.08, // date
    0.21, // p-1
    0.21, // p+1
    0.24, // a3
    0.24, // b3
    0.27, // a8
    0.29, // b8
    0.18, // min8
    0.37, // max8
    0.07, // head2
    0.09, // tail2
    0.13, // wd5
    0.12, // runl
    0.00, // runh
    0.02, // runt
    0.04, // short_run
    0.62, // sent_beside
    0.03, // sent_run
    0.37, // spmin
    0.64, // spmax
    0.41, // between
    0.09, // nt_topic
    0.07, // links3
    0.01, // hl_between
    0.03, // sent_head
    0.00, // hl_head
    0.89, // mid
];
