/**
 * {@code experiments/run allocate}: specialists in sleeves of one account, on simulated or replayed markets, with a
 * report that splits the profit and explains each move of capital.
 */
@NullMarked
package io.tradinggym.experiments.allocate;

import org.jspecify.annotations.NullMarked;
