/**
 * Numbers that an observation shows about a market, each known at its bar's close.
 *
 * <p>A {@link io.tradinggym.market.feature.Feature} is a recipe; {@link io.tradinggym.market.feature.Features} holds
 * the usual ones; a {@link io.tradinggym.market.feature.FeatureSet} is the list that an environment shows. {@link
 * io.tradinggym.market.feature.FeatureTable} computes them for all bars of an episode at once, {@link
 * io.tradinggym.market.feature.FeatureRow} bar by bar as a live feed needs it, with the same bits. A {@link
 * io.tradinggym.market.feature.Scaler} is fitted on a training range, by type, and on nothing else. A {@link
 * io.tradinggym.market.feature.FeatureSource} is a feature, or one that has to learn first ({@link
 * io.tradinggym.market.feature.FittedSource}).
 */
@NullMarked
package io.tradinggym.market.feature;

import org.jspecify.annotations.NullMarked;
