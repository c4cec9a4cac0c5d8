package io.tradinggym.options.analysis;

import io.tradinggym.options.pricing.OptionType;
import java.time.LocalDate;

/**
 * One option that was looked at. Prices are per unit of the underlying.
 *
 * @param contract its index in the chain
 * @param type call or put
 * @param strike > 0
 * @param expiry its last day
 * @param days calendar days to expiry
 * @param bid NaN if not known
 * @param ask NaN if not known
 * @param premium what buying it is likely to cost: bid + 3/4 of the width of the quote
 * @param volume traded today, NaN if not known
 * @param openInterest NaN if not known
 * @param volatility implied by its mean price, a year, as a fraction
 * @param delta European, at that volatility; negative for a put
 * @param breakEven price of the underlying at expiry at which the premium is earned
 * @param chanceOfProfit risk-neutral, at expiry, lognormal at its own volatility; in [0, 1]
 * @param score how well it suits the signal
 */
public record OptionIdea(
    int contract,
    OptionType type,
    double strike,
    LocalDate expiry,
    int days,
    double bid,
    double ask,
    double premium,
    double volume,
    double openInterest,
    double volatility,
    double delta,
    double breakEven,
    double chanceOfProfit,
    Score score) {}
