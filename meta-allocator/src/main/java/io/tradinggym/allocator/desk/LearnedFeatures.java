package io.tradinggym.allocator.desk;

import io.tradinggym.agents.nn.FramedBlock;
import io.tradinggym.agents.nn.ModelFormatException;
import io.tradinggym.api.Options;
import io.tradinggym.market.feature.FeatureChoice;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the features of a policy learned, in a block behind the policy in its file: scales, and models of signals. With
 * it the policy sees elsewhere what it saw in training.
 */
public final class LearnedFeatures {
  private static final String POLICY = "policy";
  private static final String BLOCK = "features";
  private static final int VERSION = 1;

  private LearnedFeatures() {}

  /**
   * Puts what the features among options learned behind a policy; nothing if none of them learns.
   *
   * @param policy a policy's file that was just written; appended to
   * @param options of the environment that it was trained in, prepared
   * @throws IOException if it cannot be written
   */
  public static void append(Path policy, Options options) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (!FeatureChoice.save(options, new DataOutputStream(body))) {
      return;
    }
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    FramedBlock.write(new DataOutputStream(framed), BLOCK, VERSION, body.toByteArray());
    Files.write(policy, framed.toByteArray(), StandardOpenOption.APPEND);
  }

  /**
   * {@return whether a policy's file has such a block}
   *
   * @param policy a policy's file
   * @throws IOException if it cannot be read
   */
  public static boolean in(Path policy) throws IOException {
    try (DataInputStream in = open(policy)) {
      FramedBlock.skip(in, POLICY);
      return in.read() >= 0;
    }
  }

  /**
   * {@return the options with all that their features learned}
   *
   * @param policy a policy's file that has it
   * @param options naming the same features
   * @throws ModelFormatException if it is damaged, or of other features
   * @throws IOException if it cannot be read
   */
  public static Options restore(Path policy, Options options) throws IOException {
    try (DataInputStream in = open(policy)) {
      FramedBlock.skip(in, POLICY);
      byte[] body = FramedBlock.read(in, BLOCK, VERSION);
      return FramedBlock.contents(
          BLOCK,
          () -> FeatureChoice.load(options, new DataInputStream(new ByteArrayInputStream(body))));
    } catch (ModelFormatException e) {
      throw new ModelFormatException(policy + ": " + e.getMessage(), e);
    }
  }

  private static DataInputStream open(Path policy) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(policy)));
  }
}
