/**
 * Prices and risks of options; usable alone, needs nothing but the JDK.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.pricing.BlackScholes}: one European contract, price and Greeks to third order;
 *       {@link io.tradinggym.options.pricing.ImpliedVolatility} is its inverse.
 *   <li>{@link io.tradinggym.options.pricing.BlackScholesBatch} and
 *       {@link io.tradinggym.options.pricing.ImpliedVolatilityBatch}: the same for whole chains, without allocation,
 * over {@link io.tradinggym.options.pricing.OptionColumns}. <li>American exercise: {@link
 * io.tradinggym.options.pricing.LeisenReimerTree} for marks, Greeks and cash dividends, {@link
 * io.tradinggym.options.pricing.BjerksundStensland} for quoting many contracts, {@link
 * io.tradinggym.options.pricing.BaroneAdesiWhaley} for the exercise boundary.
 *   <li>Models with smiles: {@link io.tradinggym.options.pricing.Heston}, {@link io.tradinggym.options.pricing.Bates}
 * and {@link io.tradinggym.options.pricing.Merton} price in closed form or by {@link
 * io.tradinggym.options.pricing.FourierPricer}, {@link io.tradinggym.options.pricing.HestonStep} simulates; {@link
 * io.tradinggym.options.pricing.Sabr} gives a smile directly.
 * </ul>
 *
 * <p>Arguments come in one order everywhere: type, spot, strike, years, rate, dividend yield, volatility.
 *
 * <p>Units, the same everywhere in the package: time in years (ACT/365), interest rate and dividend yield continuously
 * compounded per year, volatility lognormal per square root of a year. Vega is per 1.00 of volatility, rho per 1.00
 * of rate, theta per year; charm, colour and veta are derivatives by calendar time running forward.
 *
 * <p>The same arguments give the same bits on every machine: exponentials and logarithms are {@link
 * java.lang.StrictMath}'s or polynomials of our own, never instructions that differ between processors.
 */
@NullMarked
package io.tradinggym.options.pricing;

import org.jspecify.annotations.NullMarked;
