/**
 * Gradient-boosted trees. {@link io.tradinggym.signals.trees.Boosting} trains them with XGBoost; {@link
 * io.tradinggym.signals.trees.BoostedTrees} reads XGBoost's JSON and walks the trees in Java, bit for bit as the
 * library does and without its overhead; {@link io.tradinggym.signals.trees.TreeShap} tells what each feature
 * contributed; {@link io.tradinggym.signals.trees.BoostTuning} searches for settings.
 */
@NullMarked
package io.tradinggym.signals.trees;

import org.jspecify.annotations.NullMarked;
