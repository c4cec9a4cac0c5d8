package io.tradinggym.options.chain;

import io.tradinggym.options.surface.SviFit;

/**
 * The smile of one expiry of a recorded chain.
 *
 * @param forward implied by put-call parity
 * @param quotes number of those that were fitted: out of the money, with a bid
 * @param fit parameters, and the butterfly check over the quoted range widened by half of it on both sides
 * @param deviation root of the weighted mean squared distance, in volatility (0.01 is one point)
 * @param inside share of the quotes between whose bid and offer the fit lies
 */
public record ExpiryFit(
    ImpliedForward forward, int quotes, SviFit fit, double deviation, double inside) {}
