package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.FramedBlock;
import io.tradinggym.agents.nn.ModelFormatException;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.wrapper.WrapperStatistics;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The file of a policy: kind, spaces as JSON, whether it is masked, its normalisation, the statistics of the wrappers
 * it was trained inside, then what the kind needs - shapes, parameters; with check sums.
 */
final class PolicyFile {
  private static final String BLOCK = "policy";
  private static final int VERSION = 4;

  private PolicyFile() {}

  static void save(Path file, NetworkPolicy policy) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeUTF(policy.kind());
    writeText(body, policy.observationSpace().toJson());
    writeText(body, policy.actionSpace().toJson());
    body.writeBoolean(policy.masked());
    ObservationEncoder encoder = policy.spec().observations();
    body.writeBoolean(encoder.normalizer() != null);
    encoder.save(body);
    policy.spec().wrappers().save(body);
    policy.saveBody(body);
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    FramedBlock.write(new DataOutputStream(framed), BLOCK, VERSION, bytes.toByteArray());
    ParameterFile.replace(file, framed.toByteArray());
  }

  static Policy load(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      byte[] body = FramedBlock.read(in, BLOCK, VERSION);
      return FramedBlock.contents(
          BLOCK, () -> parse(new DataInputStream(new ByteArrayInputStream(body))));
    } catch (ModelFormatException e) {
      throw new ModelFormatException(file + ": " + e.getMessage(), e);
    }
  }

  private static Policy parse(DataInputStream body) throws IOException {
    String kind = body.readUTF();
    Space observation = Space.fromJson(readText(body));
    Space action = Space.fromJson(readText(body));
    boolean masked = body.readBoolean();
    ObservationEncoder encoder = new ObservationEncoder(observation, body.readBoolean());
    encoder.restore(body);
    PolicySpec spec = new PolicySpec(encoder, action, masked, WrapperStatistics.load(body));
    return switch (kind) {
      case ActorCriticPolicy.KIND -> ActorCriticPolicy.load(spec, body);
      case QPolicy.KIND -> QPolicy.load(spec, body);
      case CategoricalPolicy.KIND -> CategoricalPolicy.load(spec, body);
      case DeterministicPolicy.KIND -> DeterministicPolicy.load(spec, body);
      case SquashedPolicy.KIND -> SquashedPolicy.load(spec, body);
      default -> throw new ModelFormatException("unknown kind of policy \"" + kind + "\"");
    };
  }

  /** The constant of a name. */
  static <E extends Enum<E>> E constant(Class<E> type, String name) throws ModelFormatException {
    for (E each : type.getEnumConstants()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new ModelFormatException(
        "unknown " + type.getSimpleName().toLowerCase(Locale.ROOT) + " \"" + name + "\"");
  }

  /** Spaces of many assets exceed the 64 KiB of writeUTF. */
  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(FramedBlock.bytes(in, in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
  }
}
