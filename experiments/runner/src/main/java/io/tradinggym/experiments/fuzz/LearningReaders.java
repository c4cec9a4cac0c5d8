package io.tradinggym.experiments.fuzz;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.FramedBlock;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Checkpoints;
import io.tradinggym.agents.train.Training;
import io.tradinggym.agents.train.TrainingRun;
import io.tradinggym.agents.train.log.CsvSink;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.wrapper.Journal;
import io.tradinggym.api.wrapper.JournalReplay;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Policies and checkpoints, with and without sums that match the damage; journals and logs. */
final class LearningReaders {
  private static final int STEPS = 128;
  private static final String POLICY = "a.policy";
  private static final String CHECKPOINT = "checkpoint";

  private LearningReaders() {}

  static List<FileKind> all(Path scratch) throws IOException {
    List<byte[]> policies = new ArrayList<>();
    for (Algorithm algorithm :
        List.of(
            Ppo.settings().set("hidden", "[8]").build(),
            Dqn.settings().set("hidden", "[8]").build())) {
      try (VectorEnvironment envs = Gym.vector("CartPole-v1", 2)) {
        policies.add(policy(algorithm.train(envs, Training.steps(STEPS)), scratch));
      }
    }
    try (VectorEnvironment envs = Gym.vector("Pendulum-v1", 2)) {
      policies.add(
          policy(
              Sac.settings().set("hidden", "[8]").build().train(envs, Training.steps(STEPS)),
              scratch));
    }
    List<FileKind> kinds = new ArrayList<>();
    kinds.add(FileKind.files("policies", POLICY, bytes -> bytes, LearningReaders::act, policies));
    // Each damage gets past the check sums: what is inside is read.
    List<byte[]> bodies = new ArrayList<>();
    for (byte[] policy : policies) {
      bodies.add(
          FramedBlock.read(new DataInputStream(new ByteArrayInputStream(policy)), "policy", 4));
    }
    kinds.add(
        new FileKind(
            "policies-with-right-sums",
            POLICY,
            bodies,
            bytes -> bytes,
            (folder, body) -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              FramedBlock.write(new DataOutputStream(out), "policy", 4, body);
              act(Files.write(folder.resolve(POLICY), out.toByteArray()));
            }));
    kinds.addAll(checkpoints(scratch));
    kinds.add(journals());
    kinds.add(
        FileKind.files(
            "training-logs",
            "progress.csv",
            file -> CsvSink.read(file),
            "steps,loss,\"a, b\"\n100,0.5,\n200,0.25,1e-3\n300,,2\n"));
    return kinds;
  }

  private static byte[] policy(Policy policy, Path scratch) throws IOException {
    Path file = scratch.resolve("sample.policy");
    policy.save(file);
    return Files.readAllBytes(file);
  }

  private static void act(Path file) throws IOException {
    Policy policy = Policy.load(file);
    float[] observation = new float[policy.observationSpace().size()];
    float[] action = new float[policy.actionSpace().size()];
    if (policy.observationSpace().contains(observation)) {
      policy.act(observation, action);
    }
  }

  private static List<FileKind> checkpoints(Path scratch) throws IOException {
    Algorithm algorithm = Ppo.settings().set("hidden", "[8]").set("rolloutSteps", "16").build();
    VectorEnvironment envs = Gym.vector("CartPole-v1", 2);
    TrainingRun run = new TrainingRun(algorithm, algorithm.start(envs, 7, 1), STEPS, 7, envs);
    run.learner().advance(0);
    Path file = scratch.resolve(CHECKPOINT);
    Checkpoints.save(file, run);
    byte[] sample = Files.readAllBytes(file);
    FileKind.FileReader reader = each -> Checkpoints.load(each, run);
    return List.of(
        FileKind.files("checkpoints", CHECKPOINT, bytes -> bytes, reader, List.of(sample)),
        FileKind.files(
            "checkpoints-with-right-sums",
            CHECKPOINT,
            LearningReaders::summed,
            reader,
            List.of(sample)));
  }

  private static byte[] summed(byte[] bytes) {
    if (bytes.length < Integer.BYTES) {
      return bytes;
    }
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Integer.BYTES);
    byte[] sealed = bytes.clone();
    ByteBuffer.wrap(sealed).putInt(bytes.length - Integer.BYTES, (int) sum.getValue());
    return sealed;
  }

  private static FileKind journals() {
    ByteArrayOutputStream journal = new ByteArrayOutputStream();
    try (VectorEnvironment envs =
        Gym.vector("CartPole-v1").lanes(2).wrap(Journal.to(journal)).make()) {
      var batch = envs.newBatch();
      envs.reset(7, batch);
      for (int step = 0; step < 20; step++) {
        envs.step(new float[] {step % 2, 1}, batch);
      }
    }
    VectorEnvironment envs = Gym.vector("CartPole-v1", 2);
    return new FileKind(
        "journals",
        "",
        List.of(journal.toByteArray()),
        bytes -> bytes,
        (folder, bytes) -> JournalReplay.compare(new ByteArrayInputStream(bytes), envs));
  }
}
