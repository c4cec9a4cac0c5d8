/**
 * Prices and risks of options; usable alone, needs nothing but the JDK.
 *
 * <p>Start with {@link io.tradinggym.options.pricing.BlackScholes} for one European contract. Arguments come in one
 * order everywhere: type, spot, strike, years, rate, dividend yield, volatility.
 *
 * <p>Units, the same everywhere in the package: time in years (ACT/365), interest rate and dividend yield continuously
 * compounded per year, volatility lognormal per square root of a year. Vega is per 1.00 of volatility, rho per 1.00
 * of rate, theta per year; charm, colour and veta are derivatives by calendar time running forward.
 */
@NullMarked
package io.tradinggym.options.pricing;

import org.jspecify.annotations.NullMarked;
