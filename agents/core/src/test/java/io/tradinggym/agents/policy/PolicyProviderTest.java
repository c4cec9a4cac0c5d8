package io.tradinggym.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyProviderTest {
  @TempDir private Path folder;

  /** Files that end in .alias hold the path of another policy. */
  public static final class Alias implements PolicyProvider {
    @Override
    public boolean reads(Path file) {
      return file.toString().endsWith(".alias");
    }

    @Override
    public Policy load(Path file) throws IOException {
      return Policy.load(Path.of(Files.readString(file)));
    }
  }

  @Test
  void aKindOfPolicyOfTheUsersIsReadByItsProvider() throws IOException {
    Path own = folder.resolve("own.policy");
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 2)) {
      Ppo.settings().rolloutSteps(8).build().train(envs, Training.steps(16)).save(own);
    }
    Path alias = Files.writeString(folder.resolve("other.alias"), own.toString());
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(PolicyProvider.class.getName()), Alias.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      float[] observation = {0.1f, 0, 0.02f, 0};
      assertThat(Policy.load(alias).act(observation)).isEqualTo(Policy.load(own).act(observation));
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
