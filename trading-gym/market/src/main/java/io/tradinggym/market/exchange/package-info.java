/**
 * Orders and fills: an {@link io.tradinggym.market.exchange.Exchange} takes orders of one account and tells an {@link
 * io.tradinggym.market.exchange.ExecutionListener} of its fills; {@link io.tradinggym.market.exchange.BarExchange}
 * fills what was decided at the close of a bar on the next bar, books it, and liquidates accounts that have lost
 * their margin. Use its {@code target} to hold so many lots; use an {@link io.tradinggym.market.exchange.Order} for
 * limits, stops and times in force, within the {@link io.tradinggym.market.exchange.VenueRules}.
 */
@NullMarked
package io.tradinggym.market.exchange;

import org.jspecify.annotations.NullMarked;
