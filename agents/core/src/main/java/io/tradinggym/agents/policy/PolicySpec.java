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
   * {@return the knowledge of environments as they stand: a copy that no longer changes with them}
   *
   * @param envs what the policy was trained in
   * @param observations how networks read them; copied
   */
  public static PolicySpec of(VectorEnvironment envs, ObservationEncoder observations) {
    return new PolicySpec(
        observations.copy(), envs.actionSpace(), envs.spec().masked(), WrapperStatistics.of(envs));
  }

  /**
   * {@return the knowledge of an environment whose observations are seen as they are}
   *
   * @param spec of the environment: id, spaces, whether it masks
   */
  public static PolicySpec of(EnvironmentSpec spec) {
    return new PolicySpec(
        new ObservationEncoder(spec.observation(), false),
        spec.action(),
        spec.masked(),
        WrapperStatistics.NONE);
  }

  /**
   * {@return the knowledge of bare spaces, seen as they are, without masks and wrappers}
   *
   * @param observations the observation space
   * @param actions the action space
   */
  public static PolicySpec of(Space observations, Space actions) {
    return new PolicySpec(
        new ObservationEncoder(observations, false), actions, false, WrapperStatistics.NONE);
  }
}
