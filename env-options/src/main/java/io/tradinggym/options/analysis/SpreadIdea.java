package io.tradinggym.options.analysis;

import java.time.LocalDate;

/**
 * A vertical debit spread: the top option bought, the one two strikes farther out sold. Prices are per unit of the
 * underlying; a contract is a hundred.
 *
 * @param name bull call spread or bear put spread
 * @param expiry last day of both options
 * @param longStrike strike of the option bought
 * @param shortStrike strike of the option sold
 * @param debit what it is likely to cost: two thirds of each quote's width are paid
 * @param breakEven price of the underlying at expiry at which the debit is earned
 * @param maxLoss the debit
 * @param maxGain distance of the strikes less the debit
 * @param chanceOfProfit risk-neutral, at expiry, lognormal at the volatility of the option bought; in [0, 1]
 */
public record SpreadIdea(
    String name,
    LocalDate expiry,
    double longStrike,
    double shortStrike,
    double debit,
    double breakEven,
    double maxLoss,
    double maxGain,
    double chanceOfProfit) {}
