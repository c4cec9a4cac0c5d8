package io.tradinggym.agents.rollout;

import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.ActorCriticPolicy;
import io.tradinggym.agents.policy.Older;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.train.EpisodeTracker;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Room;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** A run of an on-policy algorithm with an actor and a critic: collect, learn, repeat. */
public final class OnPolicyLearner implements Learner {
  private final RolloutSettings settings;
  private final VectorEnvironment envs;
  private final ActorCritic model;
  private final float[] params;
  private final Collector collector;
  private final RolloutUpdate update;
  private Map<String, Double> metrics = Map.of();

  /**
   * A run that has not yet begun to collect.
   *
   * @param settings how experience is collected
   * @param maker makes the update that learns from rollouts
   * @param envs that it learns in, with autoreset; reset with the seed
   * @param seed any number; the same seed gives the same bits
   * @param threads threads that may help, &gt;= 1; the result is the same for any number
   */
  public OnPolicyLearner(
      RolloutSettings settings,
      RolloutUpdate.Maker maker,
      VectorEnvironment envs,
      long seed,
      int threads) {
    this.settings = settings;
    this.envs = envs;
    model =
        Room.of(
            "an actor-critic of this shape",
            "hidden",
            () ->
                new ActorCritic(
                    envs.observationSpace().flatSize(), envs.actionSpace(), settings.model()));
    params =
        Room.of(
            "an actor-critic of this shape",
            "hidden",
            () -> model.initialise(RandomStreams.of(seed).stream("parameters")));
    collector =
        new Collector(
            envs,
            model,
            settings.steps(),
            settings.gamma(),
            settings.normalizeObservations(),
            settings.normalizeRewards(),
            seed,
            threads);
    try {
      update =
          Room.of(
              "networks for gradients over this rollout",
              "hidden, minibatch or rolloutSteps",
              () -> maker.make(model, params, collector.rollout(), seed, threads));
    } catch (RuntimeException | Error e) {
      collector.close();
      throw e;
    }
  }

  @Override
  public void advance(double progress) {
    collector.collect(params, settings.lambda());
    metrics = update.learn(progress);
  }

  @Override
  public void adopt(Policy older) {
    ActorCriticPolicy same = Older.as(ActorCriticPolicy.class, older);
    Older.requireShape(same.model().shape(), model.shape());
    Older.begin(older, envs, collector.encoder());
    System.arraycopy(same.parameters(), 0, params, 0, params.length);
  }

  @Override
  public long steps() {
    return collector.steps();
  }

  @Override
  public Policy policy() {
    return new ActorCriticPolicy(
        PolicySpec.of(envs, collector.encoder()), settings.model(), params);
  }

  @Override
  public EpisodeTracker episodes() {
    return collector.episodes();
  }

  @Override
  public Map<String, Double> metrics() {
    return metrics;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    ParameterFile.write(out, model.layout(), params);
    update.save(out);
    collector.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    ParameterFile.read(in, model.layout(), params);
    update.restore(in);
    collector.restore(in);
  }

  @Override
  public void close() {
    collector.close();
    update.close();
  }
}
