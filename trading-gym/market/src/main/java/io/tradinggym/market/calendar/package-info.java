/**
 * When markets are open: {@link io.tradinggym.market.calendar.Nyse} by rule, {@link
 * io.tradinggym.market.calendar.AroundTheClock}.
 */
@NullMarked
package io.tradinggym.market.calendar;

import org.jspecify.annotations.NullMarked;
