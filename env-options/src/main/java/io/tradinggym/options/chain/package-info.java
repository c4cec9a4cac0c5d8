/**
 * Option chains: which contracts are listed, and what is bid and offered for them.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.chain.ChainQuotes}: the screen, one index per contract, whoever made it.
 *   <li>{@link io.tradinggym.options.chain.SimulatedChain}: a chain that follows a simulated spot and variance,
 *       made from a {@link io.tradinggym.options.chain.ChainLaw}. {@code reset(day, spot, variance)}, then
 *       {@code advance(time, spot, variance)}; read {@code bid(i)}, {@code ask(i)}, {@code fair(i)}, the Greeks, or ask
 *       for any contract by type, strike and expiry. No allocation in a step.
 *   <li>Listing: {@link io.tradinggym.options.chain.ExpiryRule} (weeklies, monthlies, cycle, LEAPS) worked out by
 *       {@link io.tradinggym.options.chain.ExpiryCalendar}, {@link io.tradinggym.options.chain.StrikeRule}. Quotes:
 *       {@link io.tradinggym.options.chain.TickRule}, {@link io.tradinggym.options.chain.QuoteWidth}. Crowd: {@link
 *       io.tradinggym.options.chain.Liquidity}.
 *   <li>{@link io.tradinggym.options.chain.ChainFile} reads a {@link io.tradinggym.options.chain.RecordedChain} from
 *       the files of Yahoo, OptionLab and Lean, strictly or leaving out and counting what is broken ({@link
 *       io.tradinggym.options.chain.QuoteDefect}).
 *   <li>{@link io.tradinggym.options.chain.ImpliedForwards}: spot, forwards and dividends by put-call parity.
 *   <li>{@link io.tradinggym.options.chain.ChainSurface}: smiles and a surface calibrated to a chain; {@link
 *       io.tradinggym.options.chain.ChainIndex}: its VIX.
 *   <li>{@link io.tradinggym.options.chain.ArbitrageScan}: what a chain's quotes give away.
 * </ul>
 *
 * <p>Premiums and strikes are per unit of the underlying; days are epoch days, an option lives until the close of its
 * day; years are ACT/365.
 */
@NullMarked
package io.tradinggym.options.chain;

import org.jspecify.annotations.NullMarked;
