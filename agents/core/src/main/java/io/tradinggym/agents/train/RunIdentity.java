package io.tradinggym.agents.train;

import io.tradinggym.agents.nn.FramedBlock;
import io.tradinggym.agents.nn.ModelFormatException;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.WrapperSpec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint is bound to, by name: algorithm and every setting that changes its result, seed, spaces, and the
 * environment with its options, defaults included.
 */
final class RunIdentity {
  private static final String SETTINGS = "settings";

  private RunIdentity() {}

  static Map<String, String> of(TrainingRun run) {
    Map<String, String> identity = new LinkedHashMap<>();
    Algorithm algorithm = run.algorithm();
    identity.put("algorithm", algorithm.name());
    Options settings = algorithm.options();
    identity.putAll(settings.resolved(List.copyOf(settings.values().keySet())));
    if (settings.values().isEmpty()) {
      identity.put(SETTINGS, Option.object(SETTINGS, Object.class, null, "").text(algorithm));
    }
    identity.put("seed", String.valueOf(run.seed()));
    Policy policy = run.learner().policy();
    identity.put("observation space", policy.observationSpace().toJson());
    identity.put("action space", policy.actionSpace().toJson());
    if (run.envs() != null) {
      environment(run.envs(), identity);
    }
    return identity;
  }

  private static void environment(VectorEnvironment envs, Map<String, String> identity) {
    EnvironmentSpec spec = envs.spec();
    identity.put("environment", spec.id());
    identity.put("number of lanes", String.valueOf(envs.lanes()));
    identity.put("autoreset", envs.autoReset().name());
    identity.put("time limit", String.valueOf(spec.maxSteps()));
    List<Option<?>> known = new ArrayList<>(spec.options().values().keySet());
    if (Registry.global().knows(spec.id())) {
      Registry.global().get(spec.id()).options().stream()
          .filter(option -> !known.contains(option))
          .forEach(known::add);
    }
    spec.options()
        .resolved(known)
        .forEach((name, value) -> identity.put("environment option " + name, value));
    List<String> wrappers = new ArrayList<>();
    for (WrapperSpec wrapper : spec.wrappers()) {
      wrappers.add(wrapper.name() + new TreeMap<>(wrapper.settings()));
    }
    identity.put("wrappers", wrappers.toString());
  }

  static void write(DataOutput out, Map<String, String> identity) throws IOException {
    out.writeInt(identity.size());
    for (Map.Entry<String, String> entry : identity.entrySet()) {
      writeText(out, entry.getKey());
      writeText(out, entry.getValue());
    }
  }

  static Map<String, String> read(DataInput in) throws IOException {
    Map<String, String> identity = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      identity.put(readText(in), readText(in));
    }
    return identity;
  }

  /** Spaces of many assets exceed the 64 KiB of writeUTF. */
  static void writeText(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInput in) throws IOException {
    return new String(FramedBlock.bytes(in, in.readInt()), StandardCharsets.UTF_8);
  }

  /**
   * Returns if two runs are the same but for their lengths.
   *
   * @throws ModelFormatException naming the first thing that differs, and both values
   */
  static void requireSame(Map<String, String> found, Map<String, String> wanted)
      throws ModelFormatException {
    Map<String, String> all = new LinkedHashMap<>(found);
    all.putAll(wanted);
    for (String name : all.keySet()) {
      String before = found.get(name);
      String now = wanted.get(name);
      if (before == null || !before.equals(now)) {
        throw new ModelFormatException(
            "the checkpoint belongs to another run: "
                + name
                + " "
                + orNothing(before)
                + ", not "
                + orNothing(now));
      }
    }
  }

  private static String orNothing(@Nullable String value) {
    return value == null ? "was not set" : value;
  }

  /**
   * Returns if a run that was to take so many steps may take as many as it is now asked for.
   *
   * @param before steps asked for when the checkpoint was made
   * @throws ModelFormatException with the reason why not
   */
  static void requireLength(TrainingRun run, long before) throws ModelFormatException {
    long now = run.totalSteps();
    if (now == before) {
      return;
    }
    if (now < before) {
      throw new ModelFormatException(
          "the checkpoint belongs to another run: number of steps " + before + ", not " + now);
    }
    Options settings = run.algorithm().options();
    String reason = settings.values().isEmpty() ? run.algorithm().name() + " tells none" : null;
    for (Map.Entry<Option<?>, Object> entry : settings.values().entrySet()) {
      if (entry.getValue() instanceof Progressive progressive && progressive.changes()) {
        reason = entry.getKey().name() + " is " + progressive;
      }
    }
    if (reason != null) {
      throw new ModelFormatException(
          "the checkpoint was made on the way to "
              + before
              + " steps and cannot go on to "
              + now
              + ": that needs settings that do not change with the progress of the training, and "
              + reason);
    }
  }
}
