/**
 * Wrappers. Most go around one lane's law ({@link io.tradinggym.api.LaneWrapper}): they change actions ({@link
 * io.tradinggym.api.wrapper.ClipAction}, {@link io.tradinggym.api.wrapper.RescaleAction}, {@link
 * io.tradinggym.api.wrapper.StickyAction}, {@link io.tradinggym.api.wrapper.ActionRepeat}), observations ({@link
 * io.tradinggym.api.wrapper.FlattenObservation}, {@link io.tradinggym.api.wrapper.FrameStack}, {@link
 * io.tradinggym.api.wrapper.TimeAwareObservation}, {@link io.tradinggym.api.wrapper.TransformObservation}) or rewards
 * ({@link io.tradinggym.api.wrapper.ClipReward}, {@link io.tradinggym.api.wrapper.TransformReward}), and report or keep
 * order. What all lanes share goes around the vector environment ({@link io.tradinggym.api.VectorWrapper}): {@link
 * io.tradinggym.api.wrapper.NormalizeObservation}, {@link io.tradinggym.api.wrapper.NormalizeReward}. {@link
 * io.tradinggym.api.wrapper.Journal} keeps a log that can be replayed. To write one's own, extend {@link
 * io.tradinggym.api.wrapper.LogicWrapper}, {@link io.tradinggym.api.wrapper.ObservationWrapper} or {@link
 * io.tradinggym.api.wrapper.VectorDecorator}.
 */
@NullMarked
package io.tradinggym.api.wrapper;

import org.jspecify.annotations.NullMarked;
