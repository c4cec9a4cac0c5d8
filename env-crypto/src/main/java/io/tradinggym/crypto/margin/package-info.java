/**
 * How much money a position needs, and at what price it is lost. A {@link io.tradinggym.crypto.margin.MarginSchedule}
 * is a venue's table for one contract: {@link io.tradinggym.crypto.margin.MarginTiers} by worth, {@link
 * io.tradinggym.crypto.margin.SlidingMargin} growing with size. {@link io.tradinggym.crypto.margin.ScheduledMargin}
 * makes them an account's margin model. {@link io.tradinggym.crypto.margin.LiquidationPrice} solves for the price at
 * which equity meets the maintenance margin, of linear and inverse contracts, and for the one at which nothing is left.
 */
@NullMarked
package io.tradinggym.crypto.margin;

import org.jspecify.annotations.NullMarked;
