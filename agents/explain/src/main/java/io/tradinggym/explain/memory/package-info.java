/**
 * Cases of the past by likeness. A {@link io.tradinggym.explain.memory.Memory} keeps vectors of price shapes, regimes,
 * portfolio states or news, each with the time it was known and the time its outcome was, and finds the nearest as of
 * any time, under two laws: what lies in the future of a search changes no bit of its answer, and a search as of t
 * answers as a memory does that was built only up to t. {@link io.tradinggym.explain.memory.ExactMemory} obeys both
 * and is the one for back-tests; {@link io.tradinggym.explain.memory.LuceneMemory} obeys the first and is for large
 * live stores. Analogues are description beside the base rate, no forecast.
 */
@NullMarked
package io.tradinggym.explain.memory;

import org.jspecify.annotations.NullMarked;
