package io.tradinggym.experiments.models;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.allocator.registry.Alias;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.api.Nearest;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with a {@link ModelRegistry} for each role, such as {@code models/trend}. Complaints are for the user.
 *
 * @param folder of the registries
 */
public record ModelStore(Path folder) {
  /** Where models are kept unless somebody says otherwise. */
  public static final String DEFAULT = "models";

  /** The setting of a card that names the environment. */
  private static final String ENVIRONMENT = "environment.id";

  private static final int LEAST_PREFIX = 4;

  /**
   * A version of a role.
   *
   * @param role such as trend
   * @param id of the version, 64 hexadecimal digits
   */
  public record Version(String role, String id) {
    /** As people read it. */
    @Override
    public String toString() {
      return role + "/" + shortened(id);
    }
  }

  /** So much of an id as people read. */
  public static String shortened(String id) {
    return id.substring(0, Math.min(id.length(), 12));
  }

  /** Whether a text may be the name of a role, and of its folder. */
  public static boolean isRole(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
  }

  /** Names of all roles, sorted. */
  public List<String> roles() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(folder)) {
      return homes
          .filter(home -> Files.isDirectory(home.resolve("versions")))
          .map(home -> home.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The registry of a role that exists. */
  public ModelRegistry registry(String role) {
    List<String> roles = roles();
    if (!roles.contains(role)) {
      throw new UserError(
          folder
              + " has no models of the role "
              + role
              + (roles.isEmpty() ? "" : "; roles: " + String.join(", ", roles))
              + Nearest.hint(role, roles));
    }
    return open(role);
  }

  /** The registry of a role, made if there is none. */
  public ModelRegistry open(String role) {
    if (!isRole(role)) {
      throw new UserError("a role is 1 to 64 letters, digits and dashes, was \"" + role + "\"");
    }
    try {
      return ModelRegistry.in(folder.resolve(role));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Asks that a role holds agents of one environment: who takes a role trades in the place of those before.
   *
   * @param whose agents they are, for the complaint
   * @throws UserError if the role is no role, or a version of it was trained on another environment
   */
  public void requireSameTask(String role, String whose, String environment) {
    ModelRegistry registry = open(role);
    try {
      for (String id : registry.versions()) {
        String before = registry.card(id).settings().get(ENVIRONMENT);
        if (before != null && !before.equals(environment)) {
          throw new UserError(
              "the role "
                  + role
                  + " holds agents of "
                  + before
                  + " ("
                  + new Version(role, id)
                  + "), "
                  + whose
                  + " are of "
                  + (environment.isBlank() ? "none" : environment)
                  + "; give them a role of their own");
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The version that a text names: {@code ROLE} (its champion), {@code ROLE/ALIAS} or {@code ROLE/ID}, where the first
   * digits of an id are enough.
   *
   * @throws UserError if there is none, or several
   */
  public Version find(String text) {
    int slash = text.indexOf('/');
    String role = slash < 0 ? text : text.substring(0, slash);
    return find(role, slash < 0 ? "champion" : text.substring(slash + 1));
  }

  /** The version of a role that an alias, an id or its first digits name. */
  public Version find(String role, String version) {
    ModelRegistry registry = registry(role);
    try {
      for (Alias alias : Alias.values()) {
        if (alias.name().toLowerCase(Locale.ROOT).equals(version)) {
          return new Version(
              role,
              registry
                  .version(alias)
                  .orElseThrow(() -> new UserError("the role " + role + " has no " + version)));
        }
      }
      return new Version(role, byDigits(registry, role, version));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private String byDigits(ModelRegistry registry, String role, String digits) throws IOException {
    List<String> found = new ArrayList<>(registry.versions());
    found.removeIf(id -> !id.startsWith(digits));
    if (found.size() != 1 || digits.length() < LEAST_PREFIX) {
      throw new UserError(
          (found.isEmpty()
                  ? "no version"
                  : digits.length() < LEAST_PREFIX ? "too few digits" : "several versions")
              + " of the role "
              + role
              + ": \""
              + digits
              + "\"; give champion, challenger, previous or at least "
              + LEAST_PREFIX
              + " digits of an id, see: experiments/run models list");
    }
    return found.getFirst();
  }

  /** The policy of a version, its bytes checked. */
  public Policy policy(Version version) {
    try {
      byte[] bytes = registry(version.role()).model(version.id());
      return read(bytes);
    } catch (IOException e) {
      throw new UserError("cannot read the model " + version + ": " + e.getMessage(), e);
    }
  }

  /** A policy from its bytes. */
  public static Policy read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("model", ".policy");
    try {
      Files.write(file, bytes);
      return Policy.load(file);
    } finally {
      Files.delete(file);
    }
  }

  /** The bytes of a policy. */
  public static byte[] bytes(Policy policy) throws IOException {
    Path file = Files.createTempFile("model", ".policy");
    try {
      policy.save(file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  /** The version that holds these bytes, if one of any role does: whose child a warm start is. */
  Optional<Version> holding(byte[] model) {
    for (String role : roles()) {
      ModelRegistry registry = registry(role);
      try {
        for (String id : registry.versions()) {
          if (Arrays.equals(registry.model(id), model)) {
            return Optional.of(new Version(role, id));
          }
        }
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
    return Optional.empty();
  }

  UserError unreadable(IOException e) {
    return new UserError("cannot use the models in " + folder + ": " + e.getMessage(), e);
  }
}
