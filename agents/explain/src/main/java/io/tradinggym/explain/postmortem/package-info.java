/**
 * What became of a trade: what its execution cost against the moment of the decision ({@link
 * io.tradinggym.explain.postmortem.Shortfall}), what a portfolio's choices were worth beside a benchmark ({@link
 * io.tradinggym.explain.postmortem.Brinson}), and all of it for one decision with the part of luck ({@link
 * io.tradinggym.explain.postmortem.PostMortem}). A good decision can lose.
 */
@NullMarked
package io.tradinggym.explain.postmortem;

import org.jspecify.annotations.NullMarked;
