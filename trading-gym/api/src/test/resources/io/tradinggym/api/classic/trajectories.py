"""Writes trajectories.csv: Gymnasium's own classic control tasks, stepped with seeded actions.

    pip install gymnasium==1.3.0 numpy==2.4.6 && python trajectories.py > trajectories.csv

Columns: id, episode, step, action, start or resulting state (double precision, not in the observation),
reward, terminated. Step 0 is the start. MountainCar episodes 1 and Continuous 1 push with the velocity, so they
reach the goal; all others act at random.
"""
import gymnasium as gym
import numpy as np

np.random.seed(1)
TASKS = ["CartPole-v1", "MountainCar-v0", "MountainCarContinuous-v0", "Pendulum-v1", "Acrobot-v1"]
for name in TASKS:
    for episode in range(3):
        env = gym.make(name, max_episode_steps=100000, disable_env_checker=True).unwrapped
        env.reset(seed=episode)
        if name == "MountainCarContinuous-v0":
            env.state = np.asarray(env.state, dtype=np.float32)
        print(name, episode, 0, "", *[repr(float(s)) for s in env.state], 0.0, 0, sep=",")
        for step in range(1, 131):
            if name.startswith("MountainCar") and episode == 1:
                way = 1 if env.state[1] >= 0 else -1
                action = way + 1 if name == "MountainCar-v0" else np.array([way], dtype=np.float32)
            elif isinstance(env.action_space, gym.spaces.Discrete):
                action = int(np.random.randint(env.action_space.n))
            else:
                action = np.float32(np.random.uniform(-1.25, 1.25, 1) * env.action_space.high)
            _, reward, terminated, _, _ = env.step(action)
            number = float(action if np.isscalar(action) else action[0])
            print(name, episode, step, repr(number), *[repr(float(s)) for s in env.state], repr(float(reward)),
                  int(terminated), sep=",")
            if terminated:
                break
