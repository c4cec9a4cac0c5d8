/**
 * Features by name. A {@link io.tradinggym.data.feature.Catalog} reads text such as {@code s0, rsi(14), yangZhang(20),
 * ta4j:Aroon(25)}; {@link io.tradinggym.data.feature.FeatureColumns} computes the features of one asset, all bars at
 * once or bar by bar with the same bits. A {@link io.tradinggym.data.feature.Formula} is what stands behind a name; it
 * makes {@link io.tradinggym.data.feature.Column}s in a {@link io.tradinggym.data.feature.Graph}, where what two
 * features need is there once.
 *
 * <p>A number at a bar is made of bars up to it and of what was known at its close. All that a column remembers stands
 * in columns.
 */
@NullMarked
package io.tradinggym.data.feature;

import org.jspecify.annotations.NullMarked;
