/**
 * What a venue does when a position's money is used up. {@link io.tradinggym.crypto.liquidation.Waterfall} goes down
 * the steps: cancel orders, reduce on the market, hand over to the insurance fund at the bankruptcy price, deleverage
 * those on the winning side. {@link io.tradinggym.crypto.liquidation.Bankruptcy} says which price that is, {@link
 * io.tradinggym.crypto.liquidation.Deleveraging} who comes first. All of them are {@link
 * io.tradinggym.market.account.Account accounts}, so that what one loses another has.
 */
@NullMarked
package io.tradinggym.crypto.liquidation;

import org.jspecify.annotations.NullMarked;
