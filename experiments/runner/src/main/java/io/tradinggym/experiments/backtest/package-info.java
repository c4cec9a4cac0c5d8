/**
 * Rules on history: {@link io.tradinggym.experiments.backtest.Backtest} plays one from code through the whole exchange,
 * {@link io.tradinggym.experiments.backtest.CrossGrid} many of one kind without it.
 */
@NullMarked
package io.tradinggym.experiments.backtest;

import org.jspecify.annotations.NullMarked;
