package io.tradinggym.agents.policy;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A JAR's own kind of policy file (another library's network, a rule), found through {@link java.util.ServiceLoader};
 * {@link Policy#load} asks it before it takes a file for one of this library's.
 */
public interface PolicyProvider {
  /**
   * {@return whether a file is of this kind, told by its first bytes or its name}
   *
   * @param file that is read
   * @throws IOException if it cannot be read
   */
  boolean reads(Path file) throws IOException;

  /**
   * Reads a policy.
   *
   * @param file that is read
   * @return the policy
   * @throws IOException if it cannot be read; names the file, if it is damaged or of another version
   */
  Policy load(Path file) throws IOException;
}
