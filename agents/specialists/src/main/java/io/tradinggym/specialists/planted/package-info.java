/**
 * Markets with a planted edge: {@code Trend-v1}, {@code Reversion-v1}, {@code Momentum-v1}, {@code Volatility-v1}. Each
 * has a law of a few numbers ({@link io.tradinggym.specialists.planted.TrendLaw} and so on), an exact optimum in {@code
 * optimum}, and a null: the option {@code edge: false} removes the edge and leaves costs and noise.
 *
 * <p>Convention: decide at the close of a bar, fill at that price, hold over the next bar. The reward of the first two
 * is {@code ln(1 + w (e^r - 1)) + ln(1 - c |dw|)}, c the cost of one way; an episode starts flat, is never unwound,
 * every order is filled, borrowing is free. These are reduced markets, to measure learning: for accounts, lots, spreads
 * and gaps take {@code Stock-v1} and its kin.
 */
@NullMarked
package io.tradinggym.specialists.planted;

import org.jspecify.annotations.NullMarked;
