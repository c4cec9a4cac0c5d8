/**
 * Splits of rows in order of time into training and test. Labels look ahead, so rows whose labels reach into the test
 * are purged, and rows right after the test are embargoed. There is no shuffled split.
 *
 * <p>{@link io.tradinggym.data.split.WalkForward} trains on the past alone; {@link
 * io.tradinggym.data.split.PurgedKFold} on both sides; {@link io.tradinggym.data.split.CombinatorialPurged} gives whole
 * paths through history.
 */
@NullMarked
package io.tradinggym.data.split;

import org.jspecify.annotations.NullMarked;
