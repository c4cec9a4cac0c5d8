/**
 * What trading costs: a {@link io.tradinggym.market.cost.Commission} is charged in money, a {@link
 * io.tradinggym.market.cost.Slippage} (spread, slippage, impact) worsens the price; {@link
 * io.tradinggym.market.cost.Costs} is both.
 */
@NullMarked
package io.tradinggym.market.cost;

import org.jspecify.annotations.NullMarked;
