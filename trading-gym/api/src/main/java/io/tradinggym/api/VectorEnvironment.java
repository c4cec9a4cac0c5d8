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
  /** The spec of each lane. */
  EnvironmentSpec spec();

  /** Number of lanes. */
  int lanes();

  /** What happens to lanes that end. */
  AutoReset autoReset();

  /** Arrays of the right shape. */
  default Batch newBatch() {
    return new Batch(spec(), lanes(), autoReset());
  }

  /** Starts new episodes in all lanes, lane {@code i} from stream {@code ("environment", i)} of the seed. */
  void reset(long seed, Options options, Batch out);

  /** Starts new episodes in all lanes. */
  default void reset(long seed, Batch out) {
    reset(seed, Options.NONE, out);
  }

  /** Starts new episodes in the marked lanes, their streams going on; the others are left as they are. */
  void reset(boolean[] lanes, Batch out);

  /**
   * Takes one step in every lane.
   *
   * @param actions {@code lanes x actionSpace().size()} floats, lane by lane
   * @param out receives observations, rewards, ends, masks and infos
   * @throws IllegalStateException before the first reset, or when an ended lane is stepped under {@link
   *     AutoReset#DISABLED}
   */
  void step(float[] actions, Batch out);

  /** Whether {@link #save}, {@link #restore} and {@link #fork} work: every lane's law is {@link Resumable}. */
  boolean resumable();

  /**
   * An environment of its own in the same state, random streams included.
   *
   * @throws UnsupportedOperationException unless {@link #resumable}
   */
  VectorEnvironment fork();

  /**
   * The part of a lane's environment that can do something more than its interface says; see {@link
   * EnvironmentLogic#find}.
   */
  default <T> Optional<T> find(int lane, Class<T> kind) {
    return Optional.empty();
  }

  /** The lane's state as text for a person. */
  String render(int lane);

  /** Releases lanes and threads; idempotent. */
  @Override
  void close();

  /** The observation space of one lane. */
  default Space observationSpace() {
    return spec().observation();
  }

  /** The action space of one lane. */
  default Space actionSpace() {
    return spec().action();
  }
}
