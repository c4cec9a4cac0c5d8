package io.tradinggym.api;

import io.tradinggym.api.space.Space;
import java.util.Optional;

/**
 * Many lanes of one environment, stepped together into a {@link Batch} that the caller owns. Every lane has its own
 * random stream, derived from the seed and the lane's number, so a lane's episode is the same bits whether it runs
 * alone, among a thousand, or on any number of threads.
 *
 * <p>Not thread-safe: one caller. The lanes may be stepped by several threads inside.
 */
public interface VectorEnvironment extends Resumable, AutoCloseable {
  /** {@return the spec of each lane} */
  EnvironmentSpec spec();

  /** {@return the number of lanes} */
  int lanes();

  /** {@return what happens to lanes that end} */
  AutoReset autoReset();

  /** {@return new arrays of the right shape} */
  default Batch newBatch() {
    return new Batch(spec(), lanes(), autoReset());
  }

  /**
   * Starts new episodes in all lanes, lane {@code i} from stream {@code ("environment", i)} of the seed.
   *
   * @param seed any number; the same seed gives the same bits
   * @param options of this reset, as the environment knows them; {@link Options#NONE} for none
   * @param out arrays of {@link #newBatch}
   */
  void reset(long seed, Options options, Batch out);

  /**
   * Starts new episodes in all lanes.
   *
   * @param seed any number; the same seed gives the same bits
   * @param out arrays of {@link #newBatch}
   */
  default void reset(long seed, Batch out) {
    reset(seed, Options.NONE, out);
  }

  /**
   * Starts new episodes in the marked lanes, their streams going on; the others are left as they are.
   *
   * @param lanes true for those that begin anew, one entry a lane
   * @param out arrays of {@link #newBatch}
   */
  void reset(boolean[] lanes, Batch out);

  /**
   * Takes one step in every lane.
   *
   * @param actions {@code lanes x actionSpace().size()} floats, lane by lane; only read
   * @param out arrays of {@link #newBatch}; receives observations, rewards, ends, masks and infos
   * @throws IllegalStateException before the first reset, or when an ended lane is stepped under {@link
   *     AutoReset#DISABLED}
   */
  void step(float[] actions, Batch out);

  /** {@return whether {@link #save}, {@link #restore} and {@link #fork} work: every lane's law is {@link Resumable}} */
  boolean resumable();

  /**
   * {@return an environment of its own in the same state, random streams included}
   *
   * @throws UnsupportedOperationException unless {@link #resumable}
   */
  VectorEnvironment fork();

  /**
   * {@return the part of a lane's environment that can do something more than its interface says; see {@link
   * EnvironmentLogic#find}}
   *
   * @param <T> that type
   * @param lane index of the lane, from 0
   * @param kind type that can do it, such as an interface of the environment's
   */
  default <T> Optional<T> find(int lane, Class<T> kind) {
    return Optional.empty();
  }

  /**
   * {@return the lane's state as text for a person}
   *
   * @param lane index of the lane, from 0
   */
  String render(int lane);

  /** Releases lanes and threads; idempotent. */
  @Override
  void close();

  /** {@return the observation space of one lane} */
  default Space observationSpace() {
    return spec().observation();
  }

  /** {@return the action space of one lane} */
  default Space actionSpace() {
    return spec().action();
  }
}
