// A function and the stage it runs have one name: the stages are called by the name of their room.
global using Stages = Digest.Storage.Flow;
