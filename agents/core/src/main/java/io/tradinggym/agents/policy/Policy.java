package io.tradinggym.agents.policy;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * What training leaves behind: an immutable map from observations to actions, shared freely between threads. It brings
 * its own normalisation, so it is given observations as the environment wrote them. A policy with a memory does not
 * keep it: each {@link #actor} has its own.
 *
 * <pre>{@code
 * policy.save(Path.of("spy.policy"));
 * int action = Policy.load(Path.of("spy.policy")).act(observation);
 * }</pre>
 */
public interface Policy {
  /** {@return what it was trained to see} */
  Space observationSpace();

  /** {@return what it does} */
  Space actionSpace();

  /**
   * {@return one caller's scratch for up to so many rows; for one thread}
   *
   * @param maxRows most rows at once, &gt;= 1
   */
  Actor actor(int maxRows);

  /** {@return whether actions depend on earlier observations of the episode: then only an {@link #actor} can act} */
  default boolean remembers() {
    return false;
  }

  /** {@return whether it was trained where a mask says at each step what is allowed: then it must be given one} */
  default boolean masked() {
    return false;
  }

  /**
   * Writes the most probable action at one observation. Allocates nothing after a thread's first call.
   *
   * @param observation as the environment wrote it, finite
   * @param action receives the action, as many values as the action space has
   * @throws IllegalArgumentException if a length is wrong, a number not finite, or a mask is needed ({@link #masked})
   */
  void act(float[] observation, float[] action);

  /**
   * {@return the most probable choice of a Discrete action space at one observation} Allocates nothing after the first
   * call.
   *
   * @param observation one observation, {@code observationSpace().size()} floats
   * @throws IllegalArgumentException as {@link #act(float[], float[])}
   * @throws IllegalStateException if the action space is another
   */
  int act(float[] observation);

  /**
   * Writes the most probable action that a mask allows.
   *
   * @param observation one observation, {@code observationSpace().size()} floats
   * @param mask true = allowed; an empty array allows everything where the environment does not mask
   * @param action receives the action, as many values as the action space has
   * @throws IllegalArgumentException as {@link #act(float[], float[])}, and if the mask allows nothing
   */
  void act(float[] observation, boolean[] mask, float[] action);

  /**
   * {@return the most probable choice that a mask allows, as {@link #act(float[], boolean[], float[])}}
   *
   * @param observation one observation, {@code observationSpace().size()} floats
   * @param mask true = allowed; empty allows everything
   */
  int act(float[] observation, boolean[] mask);

  /**
   * Writes the policy as a versioned file, in place of the one that may be there.
   *
   * @param file written anew, in place of one that may be there
   * @throws IOException if it cannot be written
   */
  void save(Path file) throws IOException;

  /**
   * Reads a policy of this library's, or of a {@link PolicyProvider} on the class path.
   *
   * @param file that is read
   * @return the policy
   * @throws io.tradinggym.agents.nn.ModelFormatException naming the file, if it is damaged or of another version
   * @throws IOException if the file cannot be read
   */
  static Policy load(Path file) throws IOException {
    for (PolicyProvider provider : ServiceLoader.load(PolicyProvider.class)) {
      if (provider.reads(file)) {
        return provider.load(file);
      }
    }
    return PolicyFile.load(file);
  }

  /**
   * Returns if the policy's spaces are those of the environment.
   *
   * @param spec of the environment: id, spaces, whether it masks
   * @throws IllegalArgumentException naming the space that differs
   */
  default void requireFits(EnvironmentSpec spec) {
    requireSame("observation", observationSpace(), spec.observation(), spec.id());
    requireSame("action", actionSpace(), spec.action(), spec.id());
  }

  /**
   * Makes environments what the policy was trained for: the wrappers around them get the statistics that they had then,
   * frozen.
   *
   * @param envs changed: only their wrappers, to the statistics that the policy was trained with
   * @throws IllegalArgumentException naming the space that differs
   */
  default void prepare(VectorEnvironment envs) {
    requireFits(envs.spec());
  }

  private static void requireSame(String what, Space own, Space theirs, String id) {
    if (!own.equals(theirs)) {
      throw new IllegalArgumentException(
          "the policy was trained for the "
              + what
              + " space "
              + own.toJson()
              + ", "
              + id
              + " has "
              + theirs.toJson());
    }
  }
}
