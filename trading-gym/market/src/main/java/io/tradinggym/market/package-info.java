/**
 * The exact core of every market: {@code instrument} says what is traded, {@code data} what is known when, {@code
 * process} simulates prices, {@code exchange} turns orders into fills, {@code cost} prices them, {@code account} keeps
 * the books, {@code risk} refuses what must not be sent, {@code reward} is what rewards are given to look at.
 *
 * <p>Money, prices and quantities are whole numbers ({@link io.tradinggym.market.Money}): prices in ticks, quantities
 * in lots, cash in 1e-8 of its currency.
 */
@NullMarked
package io.tradinggym.market;

import org.jspecify.annotations.NullMarked;
