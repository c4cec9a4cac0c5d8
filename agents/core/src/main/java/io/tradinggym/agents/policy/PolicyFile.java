package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.FramedBlock;
import io.tradinggym.agents.nn.ModelFormatException;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.api.space.Space;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of a policy: kind, spaces as JSON, shape of the networks, normalisation, parameters; with check sums. */
final class PolicyFile {
  private static final String BLOCK = "policy";
  private static final int VERSION = 1;
  private static final String ACTOR_CRITIC = "actor-critic";

  private PolicyFile() {}

  static void save(Path file, ActorCriticPolicy policy, float[] params, @Nullable Normalizer normalizer)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeUTF(ACTOR_CRITIC);
    writeText(body, policy.observationSpace().toJson());
    writeText(body, policy.actionSpace().toJson());
    policy.model().shape().save(body);
    body.writeBoolean(normalizer != null);
    if (normalizer != null) {
      normalizer.save(body);
    }
    ParameterFile.write(body, policy.model().layout(), params);
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    FramedBlock.write(new DataOutputStream(framed), BLOCK, VERSION, bytes.toByteArray());
    ParameterFile.replace(file, framed.toByteArray());
  }

  static Policy load(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      DataInputStream body =
          new DataInputStream(new ByteArrayInputStream(FramedBlock.read(in, BLOCK, VERSION)));
      String kind = body.readUTF();
      if (!kind.equals(ACTOR_CRITIC)) {
        throw new ModelFormatException("unknown kind of policy \"" + kind + "\"");
      }
      Space observation = Space.fromJson(readText(body));
      Space action = Space.fromJson(readText(body));
      Mlp shape = Mlp.load(body);
      Normalizer normalizer = null;
      if (body.readBoolean()) {
        normalizer = new Normalizer(observation.size());
        normalizer.restore(body);
      }
      ActorCritic model = new ActorCritic(observation.size(), ActionHead.of(action), shape);
      float[] params = new float[model.layout().size()];
      ParameterFile.read(body, model.layout(), params);
      return new ActorCriticPolicy(observation, action, shape, params, normalizer);
    } catch (ModelFormatException e) {
      throw new ModelFormatException(file + ": " + e.getMessage(), e);
    }
  }

  /** Spaces of many assets exceed the 64 KiB of writeUTF. */
  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
  }
}
