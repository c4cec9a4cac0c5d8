/**
 * What holding a perpetual costs. {@link io.tradinggym.crypto.funding.PremiumIndex} and {@link
 * io.tradinggym.crypto.funding.PremiumAverage} measure how far a contract trades from its index; a {@link
 * io.tradinggym.crypto.funding.FundingFormula} makes a rate of that, {@link
 * io.tradinggym.crypto.funding.ClampedPremium} for venues that settle at stamps ({@link
 * io.tradinggym.crypto.funding.FundingStamps}) and {@link io.tradinggym.crypto.funding.DeadBand} for those that settle
 * all the time; {@link io.tradinggym.crypto.funding.FundingRound} settles between accounts so that no unit of money
 * appears or is lost.
 *
 * <p>Formulas take and give rates as fractions (0.0001 is 0.01 %); settlement takes whole 1e-8, {@link
 * io.tradinggym.crypto.funding.FundingFormula#units}.
 */
@NullMarked
package io.tradinggym.crypto.funding;

import org.jspecify.annotations.NullMarked;
