using Digest.Days;

namespace Digest.Tests.Days;

public sealed class IntListsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(32)]
    public void ListsInOneArrayHoldWhatListsOfTheirOwnWould(int least)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var (lists, model) = (new IntLists(least), new List<List<int>>());
            for (var step = 0; step < 600; step++)
            {
                if (model.Count == 0 || random.Next(12) == 0)
                {
                    Assert.Equal(model.Count, lists.New());
                    model.Add([]);
                }

                var list = random.Next(model.Count);
                var own = model[list];
                switch (random.Next(5))
                {
                    case 0 when own.Count > 0:
                        var at = random.Next(own.Count);
                        own.RemoveAt(at);
                        lists.RemoveAt(list, at);
                        break;
                    case 1 when own.Count > 0:
                        var number = own[random.Next(own.Count)];
                        lists.Remove(list, number, out var was);
                        Assert.Equal(own.IndexOf(number), was);
                        own.Remove(number);
                        break;
                    case 2:
                        var to = random.Next(own.Count + 1);
                        own.Insert(to, step);
                        lists.Insert(list, to, step);
                        break;
                    default:
                        own.Add(step % 50);
                        lists.Add(list, step % 50);
                        break;
                }
            }

            Assert.Equal(model.Count, lists.Count);
            for (var list = 0; list < model.Count; list++)
            {
                Assert.Equal(model[list], lists[list].ToArray());
                Assert.Equal(model[list].Count, lists.CountOf(list));
            }
        }
    }

    [Fact]
    public void WhatAListGrewOutOfServesAnotherAndIsNotItsOwnAnyMore()
    {
        var lists = new IntLists(2);
        var (first, second) = (lists.New(), lists.New());
        foreach (var number in Enumerable.Range(0, 5))
            lists.Add(first, number);
        // The second takes the rooms of two and of four that the first left.
        foreach (var number in Enumerable.Range(10, 4))
            lists.Add(second, number);
        Assert.Equal([0, 1, 2, 3, 4], lists[first].ToArray());
        Assert.Equal([10, 11, 12, 13], lists[second].ToArray());
    }

    /// <summary>More lists and more numbers than a page holds, and a list that is longer than a page.</summary>
    [Fact]
    public void NumbersOfManyPagesStayWhereTheyAre()
    {
        const int Long = 40_000;
        var lists = new IntLists(1);
        var whole = lists.New();
        for (var i = 0; i < Long; i++)
        {
            lists.Add(whole, i);
            lists.Add(lists.New(), -i);
        }

        Assert.Equal(Enumerable.Range(0, Long), lists[whole].ToArray());
        for (var i = 0; i < Long; i++)
            Assert.Equal([-i], lists[i + 1].ToArray());
    }
}
