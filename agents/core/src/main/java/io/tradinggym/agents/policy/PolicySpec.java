package io.tradinggym.agents.policy;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.wrapper.WrapperStatistics;

/**
 * What a policy knows of the environments it was trained in, beside its network: how they are to be seen, what can be
 * done in them, and what the wrappers around them had learned. All of it is in its file.
 *
 * @param observations how a network reads them; not to be changed
 * @param actions what it does
 * @param masked whether the environment says at each step what is allowed
 * @param wrappers statistics of the wrappers it was trained inside, for environments that are wrapped alike
 */
public record PolicySpec(
    ObservationEncoder observations, Space actions, boolean masked, WrapperStatistics wrappers) {

  /**
   * {@return the of environments as they stand: a copy that no longer changes with them}
   *
   * @param envs the environments
   * @param observations rows one after the other
   */
  public static PolicySpec of(VectorEnvironment envs, ObservationEncoder observations) {
    return new PolicySpec(
        observations.copy(), envs.actionSpace(), envs.spec().masked(), WrapperStatistics.of(envs));
  }

  /**
   * {@return the of an environment whose observations are seen as they are}
   *
   * @param spec spaces and what observations are seen through
   */
  public static PolicySpec of(EnvironmentSpec spec) {
    return new PolicySpec(
        new ObservationEncoder(spec.observation(), false),
        spec.action(),
        spec.masked(),
        WrapperStatistics.NONE);
  }

  /**
   * {@return the of bare spaces, seen as they are}
   *
   * @param observations rows one after the other
   * @param actions where the actions are written, row after row
   */
  public static PolicySpec of(Space observations, Space actions) {
    return new PolicySpec(
        new ObservationEncoder(observations, false), actions, false, WrapperStatistics.NONE);
  }
}
