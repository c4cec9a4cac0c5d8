/**
 * Specialists by rule, as policies: an EWMA band, a z-score, a seller of straddles, time-series momentum, one position
 * for ever. They play the same environments as trained agents and stand beside them in every table.
 */
@NullMarked
package io.tradinggym.specialists.rules;

import org.jspecify.annotations.NullMarked;
