/**
 * What happened, typed and in columns: a {@link io.tradinggym.trading.trace.TradeTrace} listens to an account and its
 * order flow and keeps decisions, orders, fills, cash flows and marks. Lists of trades and of cash flows, the costs of
 * a report and explanations are projections of it. Fills and cash flows add up to the change in cash, to the unit.
 */
@NullMarked
package io.tradinggym.trading.trace;

import org.jspecify.annotations.NullMarked;
