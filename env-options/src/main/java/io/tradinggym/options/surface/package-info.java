/**
 * Implied volatility as a function of strike and expiry.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.surface.Smile}: total variance of one expiry by log-moneyness;
 *       {@link io.tradinggym.options.surface.SviSlice} is the parametric one, {@link
 * io.tradinggym.options.surface.SviFit} its calibration. <li>{@link io.tradinggym.options.surface.Ssvi}: a whole
 * surface from an at-the-money term structure, free of static arbitrage by construction under its stated conditions.
 * <li>{@link io.tradinggym.options.surface.VolatilitySurface}: expiries put together, {@link
 * io.tradinggym.options.surface.SliceSurface} by interpolation in time, {@link
 * io.tradinggym.options.surface.EarningsJump} with an announcement on top. <li>{@link
 * io.tradinggym.options.surface.ButterflyCheck} and {@link io.tradinggym.options.surface.CalendarCheck}: does a smile
 * or a pair of smiles allow static arbitrage, and where is it worst?
 *   <li>{@link io.tradinggym.options.surface.SpotRule}: sticky strike or sticky delta when the spot moves.
 *   <li>{@link io.tradinggym.options.surface.SimulatedSurface}: a surface that follows a simulated spot and variance
 *       without allocation, made from a {@link io.tradinggym.options.surface.SurfaceLaw}: {@code reset(spot,
 *       variance)}, {@code advance(spot, variance, years)}, {@code impliedVolatility(strike, years)}.
 *   <li>{@link io.tradinggym.options.surface.VarianceIndex}: a VIX of a chain.
 * </ul>
 *
 * <p>Log-moneyness is k = ln(K/F); total variance is w = sigma^2 T, dimensionless; time in years.
 */
@NullMarked
package io.tradinggym.options.surface;

import org.jspecify.annotations.NullMarked;
