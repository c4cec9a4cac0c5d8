/**
 * How good probabilities are, and how to mend them. {@link io.tradinggym.signals.score.Scores} judges ranking,
 * sharpness and honesty; {@link io.tradinggym.signals.score.Isotonic} and {@link io.tradinggym.signals.score.Platt}
 * calibrate; {@link io.tradinggym.signals.score.SplitConformal} and {@link
 * io.tradinggym.signals.score.AdaptiveConformal} give intervals that hold without a model being right.
 */
@NullMarked
package io.tradinggym.signals.score;

import org.jspecify.annotations.NullMarked;
