/**
 * When markets are open, and how many bars they have in a year: {@link io.tradinggym.market.calendar.Nyse} and {@link
 * io.tradinggym.market.calendar.Forex} by rule, {@link io.tradinggym.market.calendar.AroundTheClock}.
 */
@NullMarked
package io.tradinggym.market.calendar;

import org.jspecify.annotations.NullMarked;
