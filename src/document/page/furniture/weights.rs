//! The weights of the facts, and how each reads when it speaks for furniture.
//!
//! Fitted by logistic regression over these facts, each pass on what the one before made of the page; rounded to two digits. The
//! pages are the 371 of `lines_news` and the 567 of `lines_web`, at most 120 lines of each and both sets weighing the same. Nothing
//! here knows a word. In five-fold cross-validation by site a tree ensemble over the same facts did no better.

use crate::document::page::furniture::model::{ALL, Fact, fact};

/// Log-odds of furniture when no fact holds: alone, in place, and in place again.
pub(super) const BIAS: [f32; 3] = [1.83, -3.46, -2.34];

/// The facts, first of the line alone, then of its surroundings.
pub(super) const FACTS: [Fact; ALL] = [
    fact(1.78, 2.02, 1.76, "no word in it"),                               // wordless
    fact(-0.96, -0.21, -0.28, "only a few words"),                         // len1
    fact(0.83, 1.18, 0.99, "short for a paragraph"),                       // len2
    fact(-0.50, -0.65, -0.64, ""),                                         // len3
    fact(-0.49, -0.66, -0.55, ""),                                         // len4
    fact(-0.91, -0.86, -0.94, "no closing stop"),                          // term
    fact(-0.51, 0.40, -0.29, "not a full sentence"),                       // sent
    fact(1.63, 0.84, 0.64, "the whole line is a page label"),              // widget
    fact(0.84, 0.35, 0.40, "opens like a link"),                           // opener
    fact(1.32, 0.29, 0.28, "a phrase of sign-up and share boxes"),         // phr
    fact(2.04, 1.59, 1.53, "words of a page, not of a story"),             // ui
    fact(0.89, 0.76, 0.78, "words of a page, not of a story"),             // uin
    fact(0.98, 1.46, 1.45, "opens by telling the reader to do something"), // imp
    fact(-1.50, -0.76, -0.97, "few of the small words that prose has"),    // func
    fact(-0.59, -0.46, -0.37, ""),                                         // quote
    fact(-1.61, -0.95, -0.95, ""),                                         // colon
    fact(-0.59, -0.38, -0.31, ""),                                         // comma
    fact(1.58, 0.56, 0.69, "names of networks"),                           // soc
    fact(0.32, 0.44, 0.38, "capitals like a headline"),                    // title
    fact(-1.64, -0.95, -0.69, "its words are not in the story"),           // topic
    fact(-0.83, -0.66, -0.63, "its words are not in the story"),           // topic2
    fact(-1.17, 0.15, 0.05, "its words are not in the story"),             // topicn
    fact(-1.75, -0.71, -0.72, ""),                                         // list
    fact(-0.26, 0.66, 0.62, "numbers"),                                    // digit
    fact(0.00, 0.54, 0.37, "before the story begins"),                     // head2
    fact(0.00, 0.90, 0.01, "after the story ends"),                        // tail2
    fact(0.00, 0.60, 0.28, "below a page label"),                          // wd5
    fact(0.00, 1.84, 0.49, "before the story begins"),                     // runh
    fact(0.00, -0.80, -0.99, "after the story ends"),                      // runt
    fact(0.00, 0.71, 0.45, "in a run of short lines"),                     // short_run
    fact(0.00, -0.78, -0.73, "no sentence beside it"),                     // sent_beside
    fact(0.00, 0.78, 0.79, ""),                                            // sent_run
    fact(0.00, 0.71, 0.80, ""),                                            // spmin
    fact(0.00, 1.06, 1.19, ""),                                            // spmax
    fact(0.00, -0.40, -0.39, ""),                                          // between
    fact(0.00, -0.50, -0.36, ""),                                          // nt_topic
    fact(0.00, -1.05, -0.68, ""),                                          // hl_head
    fact(0.00, -0.38, -0.57, ""),                                          // mid
    fact(0.00, 0.32, 0.49, "the line above is page text"),                 // p-1
    fact(0.00, 0.30, 0.55, "the line below is page text"),                 // p+1
    fact(0.00, 0.61, 0.37, "among page text"),                             // b3
    fact(0.00, 1.37, 1.05, "among page text"),                             // a8
    fact(0.00, -0.25, 0.36, "among page text"),                            // b8
    fact(0.00, 1.73, 1.56, "page text above and below"),                   // min8
    fact(0.00, -0.61, -0.15, "among page text"),                           // max8
    fact(0.00, 0.35, 0.39, "page text above and below"),                   // min1
    fact(0.00, 0.04, 0.57, "after the story ends"),                        // aft
    fact(0.00, 1.18, 1.02, "before the story begins"),                     // bef
    fact(0.00, 0.61, 0.10, "after the story ends"),                        // soft_be
    fact(0.00, 1.07, 1.24, "after the story ends"),                        // soft_be2
    fact(0.00, 0.64, 1.30, "lines made like it are page text"),            // sigp
    fact(0.00, -0.83, -0.27, ""),                                          // sigrep_np
    fact(0.00, -0.72, -0.27, ""),                                          // recs
    fact(0.00, 1.47, 1.77, "in a run of page text"),                       // runp
    fact(0.00, 0.98, 0.48, "beside page labels"),                          // runw
    fact(0.00, -1.91, -1.87, ""),                                          // runp_short
    fact(0.00, -3.16, -2.82, ""),                                          // pagep
    fact(0.00, 1.82, 0.77, ""),                                            // pageprose
    fact(0.00, -0.10, -0.38, "its words are not in the story"),            // topicw
    fact(0.00, -0.61, -0.65, "its words are not in the story"),            // topicw_lo
    fact(0.00, -0.21, -0.71, ""),                                          // ptail
    fact(0.00, -0.46, -1.06, ""),                                          // phead
    fact(0.00, -0.78, 0.01, "not in the body of the story"),               // sent_in
    fact(0.00, -0.01, -0.75, ""),                                          // cap_run
];

/// What the facts are in a usual line of a story: a fact counts by how far a line is from this.
pub(super) const USUAL: [f32; ALL] = [
    0.00,  // wordless
    0.98,  // len1
    0.84,  // len2
    0.64,  // len3
    0.29,  // len4
    0.75,  // term
    0.70,  // sent
    0.00,  // widget
    0.02,  // opener
    0.02,  // phr
    0.02,  // ui
    0.17,  // uin
    0.01,  // imp
    0.37,  // func
    0.24,  // quote
    0.01,  // colon
    0.48,  // comma
    0.00,  // soc
    0.23,  // title
    0.53,  // topic
    0.26,  // topic2
    0.73,  // topicn
    0.02,  // list
    0.03,  // digit
    0.07,  // head2
    0.09,  // tail2
    0.13,  // wd5
    0.00,  // runh
    0.02,  // runt
    0.04,  // short_run
    0.62,  // sent_beside
    0.03,  // sent_run
    0.37,  // spmin
    0.64,  // spmax
    0.41,  // between
    0.09,  // nt_topic
    0.00,  // hl_head
    0.89,  // mid
    0.15,  // p-1
    0.15,  // p+1
    0.19,  // b3
    0.24,  // a8
    0.26,  // b8
    0.12,  // min8
    0.38,  // max8
    0.06,  // min1
    0.01,  // aft
    0.01,  // bef
    0.06,  // soft_be
    0.10,  // soft_be2
    -0.16, // sigp
    0.22,  // sigrep_np
    0.35,  // recs
    0.43,  // runp
    0.04,  // runw
    -0.03, // runp_short
    0.21,  // pagep
    0.78,  // pageprose
    0.55,  // topicw
    0.49,  // topicw_lo
    0.06,  // ptail
    0.04,  // phead
    0.70,  // sent_in
    0.02,  // cap_run
];
