/**
 * One account for all instruments: {@link io.tradinggym.market.account.Account} keeps {@link
 * io.tradinggym.market.account.Positions} and double-entry books that balance to the unit after every operation; a
 * {@link io.tradinggym.market.account.MarginModel} says how much equity they need.
 */
@NullMarked
package io.tradinggym.market.account;

import org.jspecify.annotations.NullMarked;
