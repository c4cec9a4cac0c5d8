package io.tradinggym.api;

import io.tradinggym.api.random.RandomStream;
import java.util.Optional;

/**
 * What somebody writes to make an environment: the law of one lane. It knows nothing of lanes, threads, autoreset or
 * step limits; those are the engine's.
 *
 * <p>Rules that the checker (package {@code check}) checks: all randomness comes from the stream that is handed in; the
 * same stream and actions give the same bits; observations are finite and inside the space; a step allocates nothing;
 * {@link #close} may be called twice. An environment that also implements {@link Resumable} can be forked and
 * checkpointed; one that has a {@link #laneState} takes little memory in many lanes, and one that has {@link #columns}
 * takes less time.
 */
public interface EnvironmentLogic extends AutoCloseable, Swappable {
  /** {@return the spaces, limits and info fields; the same object always} */
  EnvironmentSpec spec();

  /**
   * Starts an episode and writes its first observation (and mask).
   *
   * @param random this lane's stream; it goes on from episode to episode
   * @param options of this reset, {@link Options#NONE} in an autoreset
   * @param frame the lane's place in the batch, cleared; receives observation, mask and infos
   */
  void reset(RandomStream random, Options options, Frame frame);

  /**
   * Takes one action and writes observation, reward, mask and infos.
   *
   * @param action an element of the action space; valid during the call
   * @param random this lane's stream, that of the reset
   * @param frame the lane's place in the batch, where everything is written
   * @return why the episode ended, {@link EndReason#NONE} if it goes on; the step limit of the spec is not the
   *     environment's business
   */
  EndReason step(Action action, RandomStream random, Frame frame);

  /**
   * {@return what takes a step in so many lanes at once, for laws that are plain arithmetic; such a law has a {@link
   * #laneState}. Empty if lanes are stepped one after the other}
   *
   * @param lanes of a block, &gt;= 1
   */
  default Optional<LaneColumns> columns(int lanes) {
    return Optional.empty();
  }

  /**
   * {@return whether the state can be saved and restored: the logic is {@link Resumable}, and so is whatever it wraps}
   */
  default boolean resumable() {
    return this instanceof Resumable;
  }

  /**
   * {@return the part of this environment that can do something more than its interface says, such as show its trades;
   * seen through wrappers}
   *
   * @param <T> that type
   * @param kind type that can do it, such as an interface of the environment's
   */
  default <T> Optional<T> find(Class<T> kind) {
    return kind.isInstance(this) ? Optional.of(kind.cast(this)) : Optional.empty();
  }

  /** {@return the present state as text for a person, empty when there is nothing to show} */
  default String render() {
    return "";
  }

  /** Releases what is held; idempotent. */
  @Override
  default void close() {}
}
