/**
 * Models of sequences. {@link io.tradinggym.signals.sequence.LstmLearner} reads a window of rows with two LSTM layers
 * of the library's own network engine.
 */
@NullMarked
package io.tradinggym.signals.sequence;

import org.jspecify.annotations.NullMarked;
