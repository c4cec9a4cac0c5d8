/**
 * Experiments: what turns environments and learners into results that can be told again. {@code cli} is the command
 * line behind {@code experiments/run}, {@code config} what a run is told, {@code run} trains and keeps, {@code
 * evaluation} judges against controls, {@code statistics} are the figures.
 */
@NullMarked
package io.tradinggym.experiments;

import org.jspecify.annotations.NullMarked;
