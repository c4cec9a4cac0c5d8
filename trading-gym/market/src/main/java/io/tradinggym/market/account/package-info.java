/**
 * The books: one {@link io.tradinggym.market.account.Account} for all instruments, double-entry, in whole money units, exact
 * after every event, and the margin that positions need behind them.
 */
@NullMarked
package io.tradinggym.market.account;

import org.jspecify.annotations.NullMarked;
