package io.tradinggym.agents.ppo;

import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.policy.ActionHead;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.ActorCriticPolicy;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.rollout.Collector;
import io.tradinggym.agents.rollout.Rollout;
import io.tradinggym.agents.train.EpisodeTracker;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** A run of PPO: collect, learn, repeat. */
final class PpoLearner implements Learner {
  private final PpoSettings settings;
  private final VectorEnvironment envs;
  private final ActorCritic model;
  private final float[] params;
  private final Collector collector;
  private final PpoUpdate update;
  private final RandomStream shuffles;
  private Map<String, Double> metrics = Map.of();
  private long steps;

  PpoLearner(PpoSettings settings, VectorEnvironment envs, long seed, int threads) {
    this.settings = settings;
    this.envs = envs;
    RandomStreams streams = RandomStreams.of(seed);
    ActionHead head = ActionHead.of(envs.actionSpace());
    model = new ActorCritic(envs.observationSpace().size(), head, settings.network());
    params = model.initialise(streams.stream("parameters"));
    shuffles = streams.stream("shuffles");
    collector = new Collector(
        envs, model, settings.rolloutSteps(), settings.gamma(),
        settings.normalizeObservations(), settings.normalizeRewards(), seed, threads);
    int maskSize = envs.spec().masked() ? head.maskSize() : 0;
    update = new PpoUpdate(settings, model, params, collector.shape(), maskSize, threads);
  }

  @Override
  public void advance(double progress) {
    Rollout rollout = collector.collect(params, settings.lambda());
    steps += rollout.rows;
    metrics = update.learn(rollout, shuffles, progress);
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Policy policy() {
    return new ActorCriticPolicy(
        envs.observationSpace(), envs.actionSpace(), settings.network(), params, collector.normalizer());
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
    out.writeLong(steps);
    out.writeLong(update.updates());
    ParameterFile.write(out, model.layout(), params);
    update.optimizer().save(out);
    shuffles.save(out);
    collector.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readLong();
    update.updates(in.readLong());
    ParameterFile.read(in, model.layout(), params);
    update.optimizer().load(in);
    shuffles.restore(in);
    collector.restore(in);
  }

  @Override
  public void close() {
    collector.close();
    update.close();
  }
}
