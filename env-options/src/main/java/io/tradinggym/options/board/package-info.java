/**
 * An underlying and its options as a screen that environments trade on, close by close.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.board.OptionBoard}: the screen of one lane. {@link
 *       io.tradinggym.options.board.SimulatedBoard} plays an {@link io.tradinggym.options.board.OptionMarket}, {@link
 *       io.tradinggym.options.board.RecordedBoard} a {@link io.tradinggym.options.board.ChainHistory} of recorded
 *       chains.
 *   <li>{@link io.tradinggym.options.board.Quoted}: one contract and what the board says of it.
 *   <li>{@link io.tradinggym.options.board.MarketOptions}: the options by which environments let users choose a market.
 * </ul>
 *
 * <p>For a whole simulated chain with Greeks, open interest and volume see {@link
 * io.tradinggym.options.chain.SimulatedChain}, which the simulated board stands on.
 */
@NullMarked
package io.tradinggym.options.board;

import org.jspecify.annotations.NullMarked;
